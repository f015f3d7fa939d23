// A web application that is a node of a cluster, too: it runs jobs beside what it does otherwise, and says how it is.
//   dotnet run --project samples/NodeInApplication            begins a cluster; Ctrl-C leaves it
//   dotnet run --project samples/NodeInApplication -- 127.0.0.1:4053 joins one
using Akka.Flink.Host.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMinutes(2));
builder.Services.AddAkkaFlink(options =>
{
    foreach (var seed in args)
        options.Seeds.Add(seed);
    options.Slots = 2;
});

var app = builder.Build();
app.MapGet("/", (AkkaFlinkService node) => $"Node {node.Node.Address}; jobs: {node.Node.RestUrl}/jobs");
app.MapHealthChecks("/live", new HealthCheckOptions { Predicate = check => check.Tags.Contains("live") });
app.MapHealthChecks("/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
await app.RunAsync();
