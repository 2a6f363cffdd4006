namespace ResilientMySql.Integration.Queries;

/// <summary>A column of each common type.</summary>
public sealed record Everything(
    bool? Flag, short? Small, ulong? Big, double? Ratio, decimal? Price, string? Text, DateTime? At, DateOnly? Day, TimeSpan? Span, byte[]? Bytes);
