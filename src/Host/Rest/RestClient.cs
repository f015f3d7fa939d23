namespace Akka.Flink.Host.Rest;

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

/// <summary>Asks a node's REST API.</summary>
/// <remarks><para><b>Threads.</b> Any.</para></remarks>
internal sealed class RestClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    private readonly HttpClient _http;
    private readonly string _url;

    /// <summary>Connects with the first request.</summary>
    /// <param name="url">The node's REST API.</param>
    /// <param name="token">The token, or null.</param>
    /// <param name="authority">The file of a certificate that is trusted beside those of this host, or null.</param>
    /// <exception cref="RestException">The URL is none, or the certificate cannot be read.</exception>
    public RestClient(string url, string? token, string? authority)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw RestErrors.NoUrl(url);

        _url = url.TrimEnd('/');
        var handler = new SocketsHttpHandler { UseProxy = !address.IsLoopback, AllowAutoRedirect = false };
        if (authority is not null)
            handler.SslOptions.RemoteCertificateValidationCallback = Trusting(authority);
        _http = new HttpClient(handler) { BaseAddress = new Uri(_url + "/"), Timeout = Patience };
        if (token is not null)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Gets something.</summary>
    /// <param name="path">Where, without a slash in front.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>JSON.</returns>
    public async Task<string> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path), cancellationToken).ConfigureAwait(false);
        return await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Orders something.</summary>
    /// <param name="path">Where, without a slash in front.</param>
    /// <param name="body">What is sent as JSON, or null.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>JSON, or nothing.</returns>
    public async Task<string> PostAsync(string path, object? body, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (body is not null)
            request.Content = JsonContent.Create(body, body.GetType(), options: RestJson.Lenient);
        using var answer = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Uploads an archive, unless the cluster has it.</summary>
    /// <param name="hash">Its SHA-256.</param>
    /// <param name="open">Opens its content.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it was sent.</returns>
    public async Task<bool> UploadAsync(string hash, Func<Stream> open, CancellationToken cancellationToken)
    {
        try
        {
            using var has = await SendAsync(new HttpRequestMessage(HttpMethod.Head, $"artifacts/{hash}"), cancellationToken)
                .ConfigureAwait(false);
            return false;
        }
        catch (RestException missing) when (missing.Status == (int)HttpStatusCode.NotFound)
        {
            var request = new HttpRequestMessage(HttpMethod.Put, $"artifacts/{hash}") { Content = new StreamContent(open()) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            using var answer = await SendAsync(request, cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (answer.IsSuccessStatusCode)
                return answer;

            using (answer)
                throw await RefusalAsync(answer, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException cause)
        {
            var reason = cause.InnerException is System.Security.Authentication.AuthenticationException
                ? RestErrors.NotTrusted(_url, cause)
                : RestErrors.Unreachable(_url, cause.InnerException?.Message ?? cause.Message, cause);
            throw reason;
        }
        catch (TaskCanceledException cause) when (!cancellationToken.IsCancellationRequested)
        {
            throw RestErrors.Unreachable(_url, $"no answer within {Patience.TotalSeconds} s.", cause);
        }
        finally
        {
            request.Dispose();
        }
    }

    private async Task<RestException> RefusalAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var status = (int)answer.StatusCode;
        var text = await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            // The answer to HEAD has no body to say it in.
            return answer.RequestMessage?.Method != HttpMethod.Head ? RestErrors.NotOurs(_url, status)
                : status == (int)HttpStatusCode.Unauthorized ? RestErrors.WrongToken(_http.DefaultRequestHeaders.Authorization is null)
                : RestErrors.NotOurs(_url, status);
        }

        if (text.Length == 0)
        {
            return status == (int)HttpStatusCode.Unauthorized
                ? RestErrors.WrongToken(_http.DefaultRequestHeaders.Authorization is null)
                : RestErrors.Refused(_url, status);
        }

        using var problem = JsonDocument.Parse(text);
        var detail = problem.RootElement.TryGetProperty("detail", out var said) ? said.GetString() : null;
        var word = problem.RootElement.TryGetProperty(RestProblems.DomainField, out var field) ? field.GetString() : null;
        var domain = Enum.TryParse<ErrorDomain>(word, ignoreCase: true, out var known) ? known : ErrorDomain.External;
        return detail is null ? RestErrors.Refused(_url, status) : RestException.Said(domain, status, detail);
    }

    // The name on the certificate must be right all the same.
    private static RemoteCertificateValidationCallback Trusting(string file)
    {
        var trusted = ReadAuthorities(file);
        return (_, certificate, _, errors) =>
        {
            if (errors == SslPolicyErrors.None)
                return true;
            if (certificate is null || errors != SslPolicyErrors.RemoteCertificateChainErrors)
                return false;

            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.AddRange(trusted);
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            return chain.Build(new X509Certificate2(certificate));
        };
    }

    private static X509Certificate2Collection ReadAuthorities(string file)
    {
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(file);
            return certificates.Count > 0 ? certificates : throw RestErrors.NoAuthority(file, "it holds no certificate.");
        }
        catch (Exception cause) when (cause is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw RestErrors.NoAuthority(file, cause.Message);
        }
    }
}
