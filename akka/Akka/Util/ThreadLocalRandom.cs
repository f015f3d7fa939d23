namespace Akka.Util;

/// <summary>A random number generator that every thread may use without contention.</summary>
public static class ThreadLocalRandom
{
    public static Random Current => Random.Shared;
}
