using ResilientMySql.Queries;
using static ResilientMySql.Queries.ProcedureArgument;

namespace ResilientMySql.Integration.Queries.Procedures;

/// <summary>Arguments of all directions, mixed.</summary>
internal readonly struct EverythingCall(int factor, string? text, string suffix, ulong counter) : IProcedure<EverythingOut>
{
    public static string Name => "everything";

    public static ReadOnlySpan<ProcedureArgument> Arguments =>
        [In, Out, InOut, Out, In, Out, Out | ProcedureArgument.DateTime, Out | Date, Out | Time, Out, Out, InOut, Out];

    public static EverythingOut ReadOut<TRow>(ref TRow row)
        where TRow : struct, IRow => new(
        row.Int64(0), row.IsNull(1) ? null : row.String(1), row.Decimal(2), row.Double(3), row.DateTime(4), row.DateOnly(5), row.TimeSpan(6),
        row.Boolean(7), row.Bytes(8), row.UInt64(9), row.IsNull(10) ? null : row.Int32(10));

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
        sink.Int32(factor);
        sink.String(text);
        sink.String(suffix);
        sink.UInt64(counter);
    }
}
