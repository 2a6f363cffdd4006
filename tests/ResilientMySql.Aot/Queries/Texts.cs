namespace ResilientMySql.Aot.Queries;

public sealed record Texts(DateTime? At, DateOnly? Day, TimeOnly? Hour, TimeSpan? Span, Guid? Key, string? Text, string? Nothing);
