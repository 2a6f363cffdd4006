namespace ResilientMySql.Wire;

/// <summary>What client and server agreed on when they connected, as far as it changes how packets are written and read.</summary>
/// <param name="DeprecatesEof">An OK packet ends rows, and nothing ends column definitions: CLIENT_DEPRECATE_EOF.</param>
/// <param name="HasQueryAttributes">Executions name their parameters: CLIENT_QUERY_ATTRIBUTES.</param>
/// <param name="CachesMetadata">Executions may leave out the column definitions: MARIADB_CLIENT_CACHE_METADATA.</param>
/// <param name="TracksSession">OK packets say how the session has changed: CLIENT_SESSION_TRACK.</param>
internal readonly record struct WireCapabilities(bool DeprecatesEof, bool HasQueryAttributes, bool CachesMetadata, bool TracksSession);
