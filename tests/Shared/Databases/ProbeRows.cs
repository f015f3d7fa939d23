namespace Akka.Flink.Shared.Databases;

using System.Data.Common;
using System.Globalization;
using System.Text;

/// <summary>Turns rows into texts that are easy to compare.</summary>
public static class ProbeRows
{
    public static string[] Read(DbDataReader reader)
    {
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))));
        return [.. rows];
    }

    private static string Text(object value) => value switch
    {
        DBNull => "",
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
