namespace ResilientMySql.Aot.Queries;

public sealed record Numbers(
    bool? A, sbyte? B, byte? C, short? D, ushort? E, int? F, uint? G, long? H, ulong? I, float? J, double? K, decimal? L);
