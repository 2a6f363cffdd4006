using System.Collections;
using System.Data;
using System.Globalization;
using System.Text;
using MySqlConnector;

namespace ResilientMySql.Conformance.Transcripts;

/// <summary>Values and exceptions as they stand in a transcript: with their types, independent of the culture.</summary>
public static class Describe
{
    private const int LongestValue = 400;

    /// <summary>A value with its type.</summary>
    public static string Value(object? value) => value switch
    {
        null => "null",
        DBNull => "DBNull",
        string text => $"String \"{Shorten(text)}\"",
        char character => $"Char {(int)character}",
        byte[] bytes => $"Byte[{bytes.Length}] {Shorten(Convert.ToHexString(bytes))}",
        DateTime time => $"DateTime {time:yyyy-MM-ddTHH:mm:ss.FFFFFFF} {time.Kind}",
        DateTimeOffset time => $"DateTimeOffset {time:O}",
        TimeSpan span => $"TimeSpan {span:c}",
        Type type => $"Type {TypeNames.Of(type)}",
        Enum named => $"{named.GetType().Name}.{named}",
        DataTable table => $"DataTable {table.TableName} {table.Columns.Count}x{table.Rows.Count}",
        MySqlGeometry geometry => $"MySqlGeometry {Convert.ToHexString(geometry.Value)}",
        MySqlError error => $"MySqlError {error.Level} {error.ErrorCode} \"{error.Message}\"",
        ReadOnlyMemory<byte> memory => $"ReadOnlyMemory {Convert.ToHexString(memory.Span)}",
        Stream stream => $"Stream of {stream.Length} at {stream.Position}, reads {stream.CanRead}, seeks {stream.CanSeek}, writes {stream.CanWrite}",
        IFormattable number => $"{number.GetType().Name} {number.ToString(null, CultureInfo.InvariantCulture)}",
        bool flag => $"Boolean {flag}",
        MySqlDateTime or MySqlDecimal => $"{value.GetType().Name} {value}",
        IEnumerable list and (Array or IList) => $"{TypeNames.Of(list.GetType())} [{string.Join(", ", list.Cast<object?>().Select(Value))}]",
        _ => TypeNames.Of(value.GetType()),
    };

    /// <summary>
    /// What is compared of an exception: its type, what programs read from it, its causes, and what the server said. The wording
    /// of an exception that a library raises by itself is a remark.
    /// </summary>
    public static (string Text, string? Remark) Exception(Exception exception)
    {
        var text = new StringBuilder("throws ");
        var remark = new StringBuilder();
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            text.Append(cause == exception ? "" : " <- ").Append(One(cause));
            if (cause is not MySqlException)
                remark.Append(remark.Length == 0 ? "" : " <- ").Append(cause.Message);
        }

        return (text.ToString(), remark.Length == 0 ? null : remark.ToString());
    }

    private static string One(Exception exception) => exception switch
    {
        MySqlException answer => $"MySqlException {answer.Number} {answer.ErrorCode} {answer.SqlState} transient={answer.IsTransient} \"{answer.Message}\"",
        ArgumentException argument => $"{argument.GetType().Name}({argument.ParamName})",
        _ => TypeNames.Of(exception.GetType()),
    };

    private static string Shorten(string text) =>
        text.Length <= LongestValue ? text : $"{text[..LongestValue]}… of {text.Length}";
}
