using System.Security.Cryptography;
using System.Text;
using ResilientMySql.Queries;
using ResilientMySql.Tests.Wire;
using ResilientMySql.Wire;

namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>What a row has, in words that tell any difference.</summary>
internal static class RowText
{
    /// <summary>Beside the getters: bytes that are too many to be written down.</summary>
    public const int HashOfBytes = -1;

    /// <inheritdoc cref="HashOfBytes"/>
    public const int HashOfText = -2;

    public static string Of<TRow>(ref TRow row, int[] getters)
        where TRow : struct, IRow
    {
        var text = new StringBuilder();
        for (int ordinal = 0; ordinal < getters.Length; ordinal++)
            text.Append(row.IsNull(ordinal) ? "NULL" : Read(ref row, getters[ordinal], ordinal)).Append('|');

        return text.ToString();
    }

    /// <summary>With each getter, also where it refuses: then why.</summary>
    public static string OfEveryGetter<TRow>(ref TRow row)
        where TRow : struct, IRow
    {
        var text = new StringBuilder();
        for (int ordinal = 0; HasColumn(ref row, ordinal); ordinal++)
        {
            for (int getter = 0; getter < RowGetters.Count; getter++)
                text.Append(ordinal).Append('.').Append(getter).Append(": ").AppendLine(Try(ref row, getter, ordinal));
        }

        return text.ToString();
    }

    private static bool HasColumn<TRow>(ref TRow row, int ordinal)
        where TRow : struct, IRow
    {
        try
        {
            _ = row.IsNull(ordinal);
            return true;
        }
        catch (Exception exception) when (exception is IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    private static string Try<TRow>(ref TRow row, int getter, int ordinal)
        where TRow : struct, IRow
    {
        try
        {
            return RowGetters.Read(ref row, getter, ordinal);
        }
        catch (Exception exception)
        {
            return Explain(row, exception);
        }
    }

    /// <summary>The words that a query would end with.</summary>
    private static string Explain(IRow row, Exception exception) => row switch
    {
        WireRow { IsReading: true } wire => wire.Explain(exception, []).Message,
        DriverRow { IsReading: true } driver => driver.Explain(exception, []).Message,
        _ => exception.ToString(),
    };

    private static string Read<TRow>(ref TRow row, int getter, int ordinal)
        where TRow : struct, IRow => getter switch
        {
            HashOfBytes => Convert.ToHexString(SHA256.HashData(row.Bytes(ordinal))),
            HashOfText => Convert.ToHexString(SHA256.HashData(Encoding.Unicode.GetBytes(row.String(ordinal)))),
            _ => RowGetters.Read(ref row, getter, ordinal),
        };
}
