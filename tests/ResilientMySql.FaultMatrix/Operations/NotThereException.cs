namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>A ping said no.</summary>
internal sealed class NotThereException : Exception;
