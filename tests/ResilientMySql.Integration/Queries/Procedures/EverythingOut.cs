namespace ResilientMySql.Integration.Queries.Procedures;

/// <summary>An argument of each kind on its way out.</summary>
internal sealed record EverythingOut(
    long Number, string? Text, decimal Price, double Ratio, DateTime At, DateOnly Day, TimeSpan Span, bool Flag, byte[] Bytes, ulong Counter, int? Nothing);
