using System.Runtime.CompilerServices;
using ResilientMySql.Frames;
using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>The text in the first column of the first row, to be read piece by piece; null where there is no row, or NULL.</summary>
internal readonly struct TextShape : IResultShape<TextReader?>
{
    public static ReadOnlySpan<string> Members => [];

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    public static async ValueTask<TextReader?> ReadAsync<TIo, TRows>(TRows rows)
        where TIo : struct, IDriverIo
        where TRows : struct, IRows
    {
        string? text = await rows.ReadAsync<TIo>().ConfigureAwait(false) ? rows.Get<FirstText, string?>() : null;
        return text is null ? null : new StringReader(text);
    }
}
