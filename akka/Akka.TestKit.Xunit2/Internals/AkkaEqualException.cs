namespace Akka.TestKit.Xunit2.Internals;

using Xunit.Sdk;

/// <summary>Two values of a test were not equal.</summary>
public class AkkaEqualException : XunitException
{
    public AkkaEqualException(string format = "", params object[] args)
        : base(Format(format, args))
    {
    }

    public override string Message => base.Message;

    public static AkkaEqualException ForMismatchedValues(object expected, object actual, string format = null, params object[] args) =>
        new("{0}", $"Expected [{expected}], but [{actual}] came. {Format(format, args)}");

    internal static string Format(string format, object[] args) =>
        args is { Length: > 0 } ? string.Format(format ?? "", args) : format ?? "";
}
