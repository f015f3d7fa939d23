namespace Akka.Flink.Testing;

/// <summary>Makes recorders of side outputs.</summary>
internal interface IRecorders
{
    /// <summary>A recorder.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="name">What they are recorded under.</param>
    IRecorder<T> For<T>(string name);
}
