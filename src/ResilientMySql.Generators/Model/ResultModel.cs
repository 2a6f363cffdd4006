namespace ResilientMySql.Generators.Model;

/// <summary>What a statement gives back.</summary>
/// <param name="Shape">What becomes of the rows.</param>
/// <param name="IsAsync">Whether the method returns a task of it.</param>
/// <param name="Type">What the method returns, inside the task; <c>void</c> for nothing.</param>
/// <param name="Row">What each row is read as; null where none is, or each set has its own.</param>
/// <param name="Sets">What each result set becomes, where there are several.</param>
internal sealed record ResultModel(ResultShape Shape, bool IsAsync, string Type, RowModel? Row, EquatableArray<SetModel> Sets = default);
