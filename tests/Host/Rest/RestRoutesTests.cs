namespace Akka.Flink.Host.Tests.Rest;

using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Akka.Flink.Host.Rest;
using Akka.Flink.Runtime;

public sealed class RestRoutesTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Keeps_an_archive_by_its_hash_and_says_that_it_has_it()
    {
        var content = Encoding.UTF8.GetBytes("an archive");
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));

        var before = await _server.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/artifacts/{hash}"));
        var put = await _server.Http.PutAsync($"/artifacts/{hash}", new ByteArrayContent(content));
        var after = await _server.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/artifacts/{hash}"));

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NoContent, HttpStatusCode.OK],
            [before.StatusCode, put.StatusCode, after.StatusCode]);
        Assert.Equal([hash], _server.Artifacts.List());
    }

    [Fact]
    public async Task Refuses_an_archive_above_the_largest_size()
    {
        var hash = new string('a', 64);

        var put = await _server.Http.PutAsync($"/artifacts/{hash}", new ByteArrayContent(new byte[(1 << 20) + 1]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, put.StatusCode);
        Assert.Empty(_server.Artifacts.List());
    }

    [Fact]
    public async Task Refuses_an_archive_that_is_not_what_its_name_says()
    {
        var put = await _server.Http.PutAsync($"/artifacts/{new string('a', 64)}", new ByteArrayContent([1, 2, 3]));

        var detail = await DetailAsync(put, HttpStatusCode.ServiceUnavailable);
        Assert.Contains("was changed or cut off on its way", detail, StringComparison.Ordinal);
        Assert.Empty(_server.Artifacts.List());
    }

    [Fact]
    public async Task Submits_a_program()
    {
        var request = new { artifact = new string('a', 64), assembly = "X.dll", arguments = new[] { "--rate", "5" }, restart = true };

        var answer = await _server.Http.PostAsJsonAsync("/jobs", request);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(FakeCluster.JobName, (await JsonAsync(answer)).GetProperty("id").GetString());
        Assert.Equal($"/jobs/{FakeCluster.JobName}", answer.Headers.Location?.ToString());
        Assert.Equal(["program X.dll --rate 5 True"], _server.Cluster.Orders);
    }

    [Theory]
    [InlineData("""{"artifact": "ABC", "assembly": "X.dll"}""", "'ABC' is no hash of an artifact.")]
    [InlineData("""{"artifact": "HASH", "assembly": "../X.dll"}""", "'../X.dll' is no assembly.")]
    [InlineData("""{"artifact": "HASH"}""", "missing required properties")]
    [InlineData("""{"artifact": "HASH", "assembly": "X.dll", "argments": []}""", "argments")]
    [InlineData("{", "The request cannot be read:")]
    public async Task Refuses_a_submission_that_makes_no_sense(string body, string reason)
    {
        var content = new StringContent(
            body.Replace("HASH", new string('a', 64), StringComparison.Ordinal), Encoding.UTF8, "application/json");

        var answer = await _server.Http.PostAsync("/jobs", content);

        Assert.Contains(reason, await DetailAsync(answer, HttpStatusCode.BadRequest), StringComparison.Ordinal);
        Assert.Empty(_server.Cluster.Orders);
    }

    [Fact]
    public async Task Lists_jobs()
    {
        var jobs = await JsonAsync(await _server.Http.GetAsync("/jobs"));

        var job = Assert.Single(jobs.EnumerateArray());
        Assert.Equal("running", job.GetProperty("status").GetString());
        Assert.Equal("waits for 2 of 4 slots", job.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Says_of_a_job_what_each_attempt_began_from()
    {
        var job = await JsonAsync(await _server.Http.GetAsync("/jobs/access-log"));

        var restores = job.GetProperty("restores").EnumerateArray().ToList();
        Assert.Equal(JsonValueKind.Null, restores[0].GetProperty("checkpoint").ValueKind);
        Assert.Equal("2.16", restores[1].GetProperty("checkpoint").GetString());
        Assert.Equal("/data/access.log at byte 1048576", restores[1].GetProperty("positions")[0].GetString());
        Assert.Equal(12345, job.GetProperty("vertices")[0].GetProperty("subtasks")[0].GetProperty("recordsIn").GetInt64());
        Assert.Equal(17, job.GetProperty("lastCheckpoint").GetProperty("number").GetInt64());
        Assert.Equal(["status access-log"], _server.Cluster.Orders);
    }

    [Theory]
    [InlineData("/jobs/a/cancel", null, "cancel a")]
    [InlineData("/jobs/a/stop", null, "stop a")]
    [InlineData("/jobs/a/stop", """{ "savepoint": true, "directory": "/s" }""", "stop a /s")]
    [InlineData("/jobs/a/stop", """{ "drain": true }""", "stop a - drain")]
    [InlineData("/jobs/a/savepoints", "{}", "save a default")]
    [InlineData("/jobs/a/savepoints", """{ "directory": "/s" }""", "save a /s")]
    [InlineData("/jobs/a/rescale", """{"parallelism": 4}""", "rescale a 4 all")]
    [InlineData("/jobs/a/rescale", """{"parallelism": 4, "uid": "count"}""", "rescale a 4 count")]
    [InlineData("/nodes/127.0.0.1:4053/leave", null, "leave 127.0.0.1:4053")]
    [InlineData("/nodes/akka.tcp%3A%2F%2Fflink%40127.0.0.1%3A4053%2377/leave", null, "leave akka.tcp://flink@127.0.0.1:4053#77")]
    public async Task Takes_orders(string path, string? body, string order)
    {
        var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");

        var answer = await _server.Http.PostAsync(path, content);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal([order], _server.Cluster.Orders);
    }

    [Fact]
    public async Task Refuses_a_parallelism_that_is_none()
    {
        var answer = await _server.Http.PostAsJsonAsync("/jobs/a/rescale", new { parallelism = 0 });

        Assert.StartsWith("A parallelism of 0 is not possible.", await DetailAsync(answer, HttpStatusCode.BadRequest));
        Assert.Empty(_server.Cluster.Orders);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, ErrorDomain.Definition)]
    [InlineData(HttpStatusCode.ServiceUnavailable, ErrorDomain.External)]
    [InlineData(HttpStatusCode.InternalServerError, ErrorDomain.Internal)]
    public async Task Answers_a_refusal_with_its_sentence_as_problem_details(HttpStatusCode status, ErrorDomain domain)
    {
        _server.Cluster.Failure = new JobException(domain, "It takes no such order. Wait.");

        var answer = await _server.Http.PostAsync("/jobs/access-log/stop", null);

        Assert.Equal("It takes no such order. Wait.", await DetailAsync(answer, status));
        Assert.Equal(domain.ToString().ToLowerInvariant(), (await JsonAsync(answer)).GetProperty("domain").GetString());
    }

    [Theory]
    [InlineData("GET", "/jobs/b")]
    [InlineData("POST", "/jobs/b/cancel")]
    public async Task Answers_for_a_job_that_is_not_there_with_404(string method, string path)
    {
        _server.Cluster.Failure = new JobException(ErrorDomain.Definition, "There is no job 'b'.");

        var answer = await _server.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal("There is no job 'b'.", await DetailAsync(answer, HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Says_when_no_job_manager_answers()
    {
        _server.Cluster.Failure = new ClusterUnavailableException("No job manager has answered within 10 s.");

        var answer = await _server.Http.PostAsJsonAsync("/jobs", new { artifact = new string('a', 64), assembly = "X.dll" });

        Assert.Equal("No job manager has answered within 10 s.", await DetailAsync(answer, HttpStatusCode.ServiceUnavailable));
    }

    [Fact]
    public async Task Says_what_failed_when_nobody_expected_it()
    {
        _server.Cluster.Failure = new InvalidOperationException("oops");

        var answer = await _server.Http.GetAsync("/nodes");

        Assert.StartsWith("The node failed at 'GET /nodes': InvalidOperationException: oops",
            await DetailAsync(answer, HttpStatusCode.InternalServerError));
    }

    [Theory]
    [InlineData("GET", "/job", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/jobs", HttpStatusCode.MethodNotAllowed)]
    public async Task Says_that_there_is_no_such_route(string method, string path, HttpStatusCode status)
    {
        var answer = await _server.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.StartsWith($"There is no route {method} {path}.", await DetailAsync(answer, status));
    }

    [Fact]
    public async Task Is_ready_only_when_the_node_is_up()
    {
        _server.Cluster.IsUp = false;
        var joining = await _server.Http.GetAsync("/health/ready");
        var live = await _server.Http.GetAsync("/health/live");
        _server.Cluster.IsUp = true;
        var up = await _server.Http.GetAsync("/health/ready");

        Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.OK],
            [joining.StatusCode, live.StatusCode, up.StatusCode]);
        Assert.Equal("joining", (await JsonAsync(joining)).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Describes_every_route_as_OpenApi()
    {
        var document = await JsonAsync(await _server.Http.GetAsync("/openapi.json"));

        var routes = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name} {path.Name}"))
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "get /health/live", "get /health/ready", "get /jobs", "get /jobs/{job}", "get /jobs/{job}/savepoints", "get /nodes",
                "head /artifacts/{hash}",
                "post /jobs", "post /jobs/{job}/cancel", "post /jobs/{job}/rescale", "post /jobs/{job}/savepoints",
                "post /jobs/{job}/stop", "post /nodes/{node}/leave",
                "put /artifacts/{hash}",
            ],
            routes);
        var schemas = document.GetProperty("components").GetProperty("schemas");
        Assert.True(schemas.GetProperty("JobAnswer").GetProperty("properties").TryGetProperty("restores", out _));
        Assert.Equal("3.1", document.GetProperty("openapi").GetString()![..3]);
    }

    private static async Task<string> DetailAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return (await JsonAsync(answer)).GetProperty("detail").GetString()!;
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
}
