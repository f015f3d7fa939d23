namespace Akka.Cluster.Serialization;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Cluster.Serialization.Proto.Msg;

/// <summary>The state of the membership as protobuf messages. Addresses, roles and hashes are sent once, then by their index.</summary>
internal static class MembershipMapping
{
    public static AddressData ToProto(Address address) => new()
    {
        Protocol = address.Protocol,
        System = address.System,
        Hostname = address.Host ?? "",
        Port = (uint)(address.Port ?? 0),
    };

    public static Address FromProto(AddressData data) => new(data.Protocol, data.System, data.Hostname, (int)data.Port);

    public static UniqueAddressData ToProto(UniqueAddress address) => new()
    {
        Address = ToProto(address.Address),
        Uid = unchecked((uint)address.Uid),
    };

    public static UniqueAddress FromProto(UniqueAddressData data) => new(FromProto(data.Address), unchecked((int)data.Uid));

    public static GossipStatusData ToProto(GossipStatus status)
    {
        var hashes = new Index<string>(status.Version.Versions.Keys.Select(node => node.ToString()));
        return new GossipStatusData
        {
            From = ToProto(status.From),
            AllHashes = { hashes.Values },
            Version = ToProto(status.Version, hashes),
        };
    }

    public static GossipStatus FromProto(GossipStatusData data) => new(FromProto(data.From), FromProto(data.Version, data.AllHashes));

    public static GossipData ToProto(Gossip gossip)
    {
        var addresses = new Index<UniqueAddress>(gossip.Members.Select(member => member.UniqueAddress));
        var roles = new Index<string>(gossip.AllRoles);
        var hashes = new Index<string>(gossip.Version.Versions.Keys.Select(node => node.ToString()));
        var overview = new GossipOverviewData { Seen = { gossip.Seen.Where(addresses.Has).Select(addresses.Of) } };
        foreach (var (observer, row) in gossip.Reachability.Rows)
            overview.ObserverReachability.Add(ToProto(observer, row, addresses));

        return new GossipData
        {
            AllAddresses = { addresses.Values.Select(ToProto) },
            AllRoles = { roles.Values },
            AllHashes = { hashes.Values },
            Members = { gossip.Members.Select(member => ToProto(member, addresses, roles)) },
            Overview = overview,
            Version = ToProto(gossip.Version, hashes),
            Tombstones =
            {
                gossip.Tombstones.Select(entry =>
                    new TombstoneData { Node = ToProto(entry.Key), RemovedAtTicks = entry.Value.Ticks }),
            },
        };
    }

    public static Gossip FromProto(GossipData data)
    {
        var addresses = data.AllAddresses.Select(FromProto).ToList();
        return new Gossip(
            [.. data.Members.Select(member => FromProto(member, addresses, data.AllRoles))],
            [.. data.Overview.Seen.Select(index => addresses[index])],
            Reachability.Create(data.Overview.ObserverReachability.Select(row =>
                KeyValuePair.Create(addresses[row.AddressIndex], FromProto(row, addresses)))),
            FromProto(data.Version, data.AllHashes),
            data.Tombstones.ToImmutableSortedDictionary(
                tombstone => FromProto(tombstone.Node), tombstone => new DateTime(tombstone.RemovedAtTicks, DateTimeKind.Utc)));
    }

    private static MemberData ToProto(Member member, Index<UniqueAddress> addresses, Index<string> roles) => new()
    {
        AddressIndex = addresses.Of(member.UniqueAddress),
        UpNumber = member.UpNumber,
        Status = (int)member.Status,
        RolesIndexes = { member.Roles.Select(roles.Of) },
    };

    private static Member FromProto(MemberData data, List<UniqueAddress> addresses, IList<string> roles) => Member.Create(
        addresses[data.AddressIndex],
        data.UpNumber,
        (MemberStatus)data.Status,
        [.. data.RolesIndexes.Select(index => roles[index])]);

    private static ObserverReachabilityData ToProto(UniqueAddress observer, Reachability.Row row, Index<UniqueAddress> addresses) => new()
    {
        AddressIndex = addresses.Of(observer),
        Version = row.Version,
        SubjectReachability =
        {
            row.Subjects.Select(subject => new SubjectReachabilityData
            {
                AddressIndex = addresses.Of(subject.Key),
                Status = (int)subject.Value,
                Version = row.Version,
            }),
        },
    };

    private static Reachability.Row FromProto(ObserverReachabilityData data, List<UniqueAddress> addresses) => new(
        data.Version,
        data.SubjectReachability
            .Where(subject => subject.Status != (int)ReachabilityStatus.Reachable)
            .ToImmutableSortedDictionary(subject => addresses[subject.AddressIndex], subject => (ReachabilityStatus)subject.Status));

    private static VectorClockData ToProto(VectorClock clock, Index<string> hashes)
    {
        var data = new VectorClockData();
        foreach (var (node, version) in clock.Versions)
            data.Versions.Add(new VectorClockData.Types.VersionData { HashIndex = hashes.Of(node.ToString()), Timestamp = version });
        return data;
    }

    private static VectorClock FromProto(VectorClockData data, IList<string> hashes) => VectorClock.Create(
        data.Versions.ToImmutableSortedDictionary(
            version => VectorClock.Node.FromHash(hashes[version.HashIndex]), version => version.Timestamp));

    /// <summary>Values and their places.</summary>
    private sealed class Index<T>
    {
        private readonly Dictionary<T, int> _places = [];

        public Index(IEnumerable<T> values)
        {
            foreach (var value in values)
                _places.Add(value, _places.Count);
            Values = [.. _places.Keys];
        }

        public IReadOnlyList<T> Values { get; }

        public bool Has(T value) => _places.ContainsKey(value);

        public int Of(T value) => _places[value];
    }
}
