using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Wire;

/// <summary>Stores what the server makes of a long value, which itself is not stored.</summary>
internal readonly struct InsertHash(byte[] value) : IStatement
{
    public static string CommandText => "INSERT INTO hashes (hash) VALUES (SHA2(?, 256))";

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.Bytes(value);
}
