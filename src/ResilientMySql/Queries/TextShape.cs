using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>The text in the first column of the first row, to be read piece by piece; null where there is no row, or NULL.</summary>
internal readonly struct TextShape : IResultShape<TextReader?>
{
    public static ReadOnlySpan<string> Members => [];

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<TextReader?> ReadAsync<TIo>(MySqlDataReader reader, bool isNew)
        where TIo : struct, IDriverIo
    {
        bool hasText = await TIo.ReadAsync(reader).ConfigureAwait(false) && !reader.IsDBNull(0);
        return hasText ? new StringReader(QueryRow.ReadInCall<FirstText, string>(reader)) : null;
    }
}
