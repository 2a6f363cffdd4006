using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries;

/// <summary>Takes its time twice: a sleep that is interrupted returns 1 on MySQL, and the next one fails.</summary>
internal readonly struct SleepFor(double seconds) : IQuery<int>
{
    public static string CommandText => "SELECT CAST(SUM(SLEEP(?)) AS SIGNED) FROM city WHERE city_id <= 2";

    public static int Read<TRow>(ref TRow row)
        where TRow : struct, IRow => row.Int32(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.Double(seconds);
}
