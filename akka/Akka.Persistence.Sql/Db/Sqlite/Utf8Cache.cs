namespace Akka.Persistence.Sql.Db.Sqlite;

using System.Text;

/// <summary>The last text of a column in both forms: ids, manifests and writers come in long runs of the same.</summary>
internal struct Utf8Cache
{
    private string _text;
    private byte[] _utf8;

    public byte[] ToUtf8(string text)
    {
        if (!ReferenceEquals(text, _text) && text != _text)
            _utf8 = Encoding.UTF8.GetBytes(text);
        _text = text;
        return _utf8;
    }

    public string ToText(ReadOnlySpan<byte> utf8)
    {
        if (_text is null || !utf8.SequenceEqual(_utf8))
        {
            _utf8 = utf8.ToArray();
            _text = Encoding.UTF8.GetString(utf8);
        }

        return _text;
    }
}
