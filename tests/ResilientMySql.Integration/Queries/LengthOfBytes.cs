using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries;

/// <summary>How long an argument is, in characters where it is text.</summary>
internal readonly struct LengthOfBytes(ReadOnlyMemory<byte> bytes) : IQuery<long>
{
    public static string CommandText => "SELECT CHAR_LENGTH(?)";

    public static long Read<TRow>(ref TRow row)
        where TRow : struct, IRow => row.Int64(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.Memory(bytes);
}
