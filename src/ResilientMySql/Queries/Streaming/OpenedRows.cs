using MySqlConnector;
using ResilientMySql.Wire;

namespace ResilientMySql.Queries.Streaming;

/// <summary>An execution whose rows are to be read, by whichever way they come.</summary>
/// <param name="Reader">The driver's; null where they come past it.</param>
/// <param name="Statement">What was executed past the driver; null where it was not.</param>
internal readonly record struct OpenedRows(MySqlDataReader? Reader, WireStatement? Statement);
