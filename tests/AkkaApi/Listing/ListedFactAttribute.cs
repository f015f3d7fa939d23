namespace Akka.Flink.AkkaApi.Tests.Listing;

/// <summary>A fact that needs the listings of the official API, which are not part of the checkout.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ListedFactAttribute : FactAttribute
{
    public ListedFactAttribute()
    {
        if (ListingFolder.Path is null)
            Skip = "No folder shared/akka-api beside the checkout or above it: there is nothing to compare the bundled slice with.";
    }
}
