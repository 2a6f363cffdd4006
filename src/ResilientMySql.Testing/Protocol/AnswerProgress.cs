namespace ResilientMySql.Testing.Protocol;

/// <summary>How far an answer has come with the bytes at hand.</summary>
/// <param name="BytesBefore">How many bytes of it there were before.</param>
/// <param name="ByteCount">How many are at hand.</param>
/// <param name="RowCount">Rows that are complete, of all its result sets.</param>
/// <param name="IsInRows">Whether a row or the end of the rows comes next.</param>
/// <param name="IsAnswered">Whether it is complete; where packets cannot be seen, whether it has begun.</param>
/// <param name="AsksForFile">Whether the server waits for a file of the client's before it goes on.</param>
internal readonly record struct AnswerProgress(
    long BytesBefore, int ByteCount, long RowCount, bool IsInRows, bool IsAnswered, bool AsksForFile);
