namespace ResilientMySql.Generators.Model;

/// <summary>What a statement gives back.</summary>
internal sealed record ResultModel(ResultShape Shape, bool IsAsync, RowModel? Row);
