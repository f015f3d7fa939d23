namespace Akka.Actor;

using System.Globalization;
using System.Text;
using Akka.Util;

/// <summary>The place of an actor in the tree of actors of a system.</summary>
/// <remarks>
/// The uid, written after a <c>#</c>, tells incarnations of one name apart. It belongs to references: paths that differ only in it are
/// equal.
/// </remarks>
public abstract partial class ActorPath : IEquatable<ActorPath>, IComparable<ActorPath>, ISurrogated
{
    public const string ValidSymbols = "\"-_.*$+:@&=,!~';()";

    private readonly Address _address;
    private readonly ActorPath _parent;
    private readonly int _depth;
    private readonly string _name;
    private readonly long _uid;
    private string _text;
    private int _hash;

    protected ActorPath(Address address, string name)
    {
        _address = address;
        _name = name;
    }

    protected ActorPath(ActorPath parentPath, string name, long uid)
    {
        _parent = parentPath;
        _address = parentPath._address;
        _depth = parentPath._depth + 1;
        _name = name;
        _uid = uid;
    }

    public string Name => _name;

    public long Uid => _uid;

    public int Depth => _depth;

    public Address Address => _address;

    public ActorPath Root => ParentOf(0);

    /// <summary>The path above this one; the root is its own parent.</summary>
    public ActorPath Parent => _parent ?? this;

    public IReadOnlyList<string> Elements
    {
        get
        {
            var elements = new string[_depth];
            for (var path = this; path._depth > 0; path = path._parent)
                elements[path._depth - 1] = path._name;
            return elements;
        }
    }

    internal IReadOnlyList<string> ElementsWithUid
    {
        get
        {
            var elements = (string[])Elements;
            if (elements.Length > 0)
                elements[^1] = AppendUid(elements[^1]);
            return elements;
        }
    }

    public static ActorPath operator /(ActorPath path, string name) => path.Child(name);

    public static ActorPath operator /(ActorPath path, IEnumerable<string> name)
    {
        foreach (var element in name)
        {
            if (!string.IsNullOrEmpty(element))
                path = path.Child(element);
        }

        return path;
    }

    public static bool operator ==(ActorPath left, ActorPath right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(ActorPath left, ActorPath right) => !(left == right);

    public ActorPath Child(string childName)
    {
        var (name, uid) = ActorPathNames.SplitUid(childName);
        return new ChildActorPath(this, name, uid);
    }

    /// <summary>The path at <paramref name="depth"/>; counted from this one upwards when it is negative.</summary>
    public ActorPath ParentOf(int depth)
    {
        var target = depth >= 0 ? depth : Math.Max(0, _depth + depth);
        var path = this;
        while (path._depth > target)
            path = path._parent;
        return path;
    }

    public ActorPath WithUid(long uid)
    {
        if (uid == _uid)
            return this;

        return _parent is null
            ? throw new NotSupportedException($"The root path {this} has no uid, so it cannot get uid {uid}.")
            : new ChildActorPath(_parent, _name, uid);
    }

    public bool Equals(ActorPath other)
    {
        if (other is null || _depth != other._depth)
            return false;

        var left = this;
        while (!ReferenceEquals(left, other))
        {
            if (left._name != other._name)
                return false;
            if (left._depth == 0)
                return left._address.Equals(other._address);
            left = left._parent;
            other = other._parent;
        }

        return true;
    }

    public override bool Equals(object obj) => obj is ActorPath other && Equals(other);

    public override int GetHashCode()
    {
        if (_hash != 0)
            return _hash;

        var hash = _parent is null ? HashCode.Combine(_address, _name) : HashCode.Combine(_parent.GetHashCode(), _name);
        _hash = hash == 0 ? 1 : hash;
        return _hash;
    }

    public int CompareTo(ActorPath other)
    {
        if (other is null)
            return 1;
        if (ReferenceEquals(this, other))
            return 0;

        var common = Math.Min(_depth, other._depth);
        var result = CompareAtSameDepth(ParentOf(common), other.ParentOf(common));
        return result != 0 ? result : _depth.CompareTo(other._depth);
    }

    public ISurrogate ToSurrogate(ActorSystem system) => new Surrogate(ToSerializationFormat());

    public override string ToString() => _text ??= Format(_address, withUid: false);

    public string ToStringWithoutAddress() => Format(null, withUid: false);

    public string ToStringWithUid() => _uid == ActorCell.UndefinedUid ? ToString() : AppendUid(ToString());

    public string ToStringWithAddress() => ToStringWithAddress(_address);

    /// <summary>The path as seen from outside: with <paramref name="address"/>, unless it has a host of its own.</summary>
    public string ToStringWithAddress(Address address) => Format(Outside(address), withUid: false);

    public string ToSerializationFormat() => ToStringWithUid();

    /// <summary>The path with its uid as other systems can resolve it: with <paramref name="address"/>, unless it has a host of its
    /// own.</summary>
    public string ToSerializationFormatWithAddress(Address address) => Format(Outside(address), withUid: true);

    private static int CompareAtSameDepth(ActorPath left, ActorPath right)
    {
        if (ReferenceEquals(left, right))
            return 0;
        if (left._depth == 0)
            return left._address.CompareTo(right._address) is var byAddress && byAddress != 0
                ? byAddress
                : string.CompareOrdinal(left._name, right._name);

        var result = CompareAtSameDepth(left._parent, right._parent);
        return result != 0 ? result : string.CompareOrdinal(left._name, right._name);
    }

    private Address Outside(Address address) =>
        IgnoreActorRef.IsIgnoreRefPath(this) || _address.HasGlobalScope || address is null ? _address : address;

    private string AppendUid(string text) =>
        _uid == ActorCell.UndefinedUid ? text : text + "#" + _uid.ToString(CultureInfo.InvariantCulture);

    private string Format(Address address, bool withUid)
    {
        var builder = new StringBuilder(address?.ToString());
        AppendNames(builder);
        if (withUid && _uid != ActorCell.UndefinedUid)
            builder.Append('#').Append(_uid);
        return builder.ToString();
    }

    private void AppendNames(StringBuilder builder)
    {
        if (_parent is null)
        {
            builder.Append('/').Append(_name.StartsWith('/') ? _name.AsSpan(1) : _name);
            return;
        }

        _parent.AppendNames(builder);
        if (builder[^1] != '/')
            builder.Append('/');
        builder.Append(_name);
    }

    /// <summary>A path, as it travels between systems.</summary>
    public sealed class Surrogate : ISurrogate, IEquatable<Surrogate>, IEquatable<ActorPath>
    {
        public Surrogate(string path) => Path = path;

        public string Path { get; }

        public ISurrogated FromSurrogate(ActorSystem system) => TryParse(Path, out var path) ? path : null;

        public bool Equals(Surrogate other) => other is not null && Path == other.Path;

        public bool Equals(ActorPath other) => other is not null && Equals(other.ToSurrogate(null));

        public override bool Equals(object obj) => obj switch
        {
            Surrogate surrogate => Equals(surrogate),
            ActorPath path => Equals(path),
            _ => false,
        };

        public override int GetHashCode() => Path.GetHashCode();
    }
}
