using ResilientMySql.Queries;

namespace ResilientMySql.Aot.Queries;

/// <summary>Sends values to the server and reads them back.</summary>
public sealed partial class ValueQueries(ResilientMySqlDataSource dataSource)
{
    private const string TextsSql = """
        SELECT CAST(@at AS DATETIME(6)) AS at, CAST(@day AS DATE) AS day, CAST(@hour AS TIME(6)) AS hour, CAST(@span AS TIME(6)) AS span,
            CAST(@key AS CHAR(36)) AS `key`, CAST(@text AS CHAR) AS text, CAST(@nothing AS CHAR) AS nothing
        """;

    [Query("""
        SELECT CAST(@a AS SIGNED) AS a, CAST(@b AS SIGNED) AS b, CAST(@c AS UNSIGNED) AS c, CAST(@d AS SIGNED) AS d, CAST(@e AS UNSIGNED) AS e,
            CAST(@f AS SIGNED) AS f, CAST(@g AS UNSIGNED) AS g, CAST(@h AS SIGNED) AS h, CAST(@i AS UNSIGNED) AS i,
            @j + 0e0 AS j, @k + 0e0 AS k, CAST(@l AS DECIMAL(20, 4)) AS l
        """)]
    public partial Numbers EchoNumbers(
        bool? a, sbyte? b, byte? c, short? d, ushort? e, int? f, uint? g, long? h, ulong? i, float? j, double? k, decimal? l);

    [Query(TextsSql)]
    public partial Texts EchoTexts(DateTime? at, DateOnly? day, TimeOnly? hour, TimeSpan? span, Guid? key, string? text, string? nothing);

    [Query(TextsSql)]
    public partial ValueTask<Texts> EchoTextsAsync(DateTime? at, DateOnly? day, TimeOnly? hour, TimeSpan? span, Guid? key, string? text, string? nothing);

    [Query("SELECT CAST(@bytes AS BINARY)")]
    public partial byte[]? EchoBytes(byte[]? bytes);

    [Query("SELECT CAST(@moment AS DATETIME(6))")]
    public partial DateTimeOffset EchoMoment(DateTimeOffset moment);

    [Query("SELECT CAST(@continent AS SIGNED)")]
    public partial Continent? EchoContinent(Continent? continent);
}
