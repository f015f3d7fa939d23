namespace Akka.Flink.Host.Rest;

/// <summary>Every way in which the REST API fails by itself, in one place.</summary>
internal static class RestErrors
{
    public static RestException PortsInUse(string address, int first, int last) => new(ErrorDomain.External, 503,
        $"The REST API cannot listen on {address}: {(first == last ? $"port {first} is" : $"the ports {first} to {last} are")} in use. " +
        "End what listens there, or set 'akka.flink.rest.port' (--rest-port) to another port; 0 takes any that is free.");

    public static RestException CannotListen(string address, int port, Exception cause) => new(ErrorDomain.External, 503,
        $"The REST API cannot listen on {address}:{port}: {cause.Message} Set 'akka.flink.rest.bind-address' to an address of this host " +
        "and 'akka.flink.rest.port' to a port that this user may open.", cause);

    public static RestException NoCertificate(string file, Exception cause) => new(ErrorDomain.Definition, 400,
        $"The certificate '{file}' cannot be used: {cause.Message} Set 'akka.flink.rest.tls.certificate' to a PKCS#12 file, with its " +
        "password in 'akka.flink.rest.tls.password', or to a PEM file, with its key in 'akka.flink.rest.tls.key'.", cause);

    public static RestException WrongToken(bool isMissing) => new(ErrorDomain.Definition, 401,
        $"The request has {(isMissing ? "no token" : "a wrong token")}. Send the value of the node's 'akka.flink.rest.token' as " +
        "'Authorization: Bearer ...'; on the command line, --token or the variable AKKA_FLINK_TOKEN.");

    public static RestException FromElsewhere(string origin) => new(ErrorDomain.Definition, 403,
        $"The request comes from a page of '{origin}'. Without a token, browsers may not use the REST API: set 'akka.flink.rest.token'.");

    public static RestException NoRoute(string method, string path) => new(ErrorDomain.Definition, 404,
        $"There is no route {method} {path}. /openapi.json lists what there is.");

    public static RestException Unreadable(string reason) => new(ErrorDomain.Definition, 400,
        $"The request cannot be read: {reason} /openapi.json says what is expected.");

    public static RestException NoHash(string text) => new(ErrorDomain.Definition, 400,
        $"'{text}' is no hash of an artifact. Name it by the SHA-256 of its content, 64 lower-case hexadecimal digits.");

    public static RestException NoArtifact(string hash) => new(ErrorDomain.Definition, 404,
        $"There is no artifact {hash}. Upload it first: PUT /artifacts/{hash}.");

    public static RestException NotAName(string what, string text) => new(ErrorDomain.Definition, 400,
        $"'{text}' is no {what}. Name a file of the artifact itself, without a folder.");

    public static RestException WrongParallelism(int parallelism, int most) => new(ErrorDomain.Definition, 400,
        $"A parallelism of {parallelism} is not possible. Ask for 1 to {most} subtasks, at most the job's maximum parallelism.");

    public static RestException DirectoryWithoutSavepoint(string directory) => new(ErrorDomain.Definition, 400,
        $"The directory '{directory}' was named for no savepoint. Ask for one ('savepoint': true), or leave the directory out.");

    public static RestException SavepointFailed(string path, string reason) => new(ErrorDomain.External, 503,
        $"Savepoint '{path}' came to nothing: {reason}");

    public static RestException SavepointLost(string path) => new(ErrorDomain.External, 503,
        $"Nobody knows any more how far savepoint '{path}' is: another job manager leads since it was asked for. It is complete if " +
        $"'akka-flink savepoint inspect {path}' can read it; otherwise ask again.");

    public static RestException Unexpected(string request, Exception cause) => new(ErrorDomain.Internal, 500,
        $"The node failed at '{request}': {cause.GetType().Name}: {cause.Message} Its log has the details; please report this with them.",
        cause);

    public static RestException NoUrl(string text) => new(ErrorDomain.Definition, 400,
        $"'{text}' is no URL of a node. Write it as http://HOST:PORT or https://HOST:PORT; a node says its own when it starts.");

    public static RestException Unreachable(string url, string reason, Exception cause) => new(ErrorDomain.External, 503,
        $"No node answers at {url}: {reason.TrimEnd('.')}. Start one (akka-flink node, or ./build.sh up 2), or name another by --url or " +
        "the variable AKKA_FLINK_URL.", cause);

    public static RestException NotTrusted(string url, Exception cause) => new(ErrorDomain.Definition, 403,
        $"The certificate of {url} is not trusted: {cause.InnerException?.Message ?? cause.Message} Name the file of the " +
        "certificate that signed it by --ca or the variable AKKA_FLINK_CA, and the node by the name on its certificate.", cause);

    public static RestException NoAuthority(string file, string reason) => new(ErrorDomain.Definition, 400,
        $"The certificate '{file}' behind --ca cannot be used: {reason} Name a PEM file.");

    public static RestException NotOurs(string url, int status) => new(ErrorDomain.Definition, status,
        $"What answers at {url} is no node of Akka.Flink: status {status}. Name a node's REST API by --url; a node says it when it " +
        "starts.");

    public static RestException Refused(string url, int status) => new(ErrorDomain.External, status,
        $"{url} refused the request with status {status} and did not say why. Its log may.");
}
