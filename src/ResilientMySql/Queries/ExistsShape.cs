using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>Whether there is a row, whatever is in it.</summary>
internal readonly struct ExistsShape : IResultShape<bool>
{
    public static ReadOnlySpan<string> Members => [];

    public static ValueTask<bool> ReadAsync<TIo, TRows>(TRows rows)
        where TIo : struct, IDriverIo
        where TRows : struct, IRows => rows.ReadAsync<TIo>();
}
