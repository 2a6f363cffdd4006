namespace ResilientMySql.TestServers.Processes;

/// <summary>The command line of a private server: small, quick to start, reachable from this machine only.</summary>
internal static class ServerArguments
{
    public static IEnumerable<string> For(ServerEngine engine, string directory, int port) =>
    [
        "--no-defaults",
        $"--datadir={directory}/data",
        $"--socket={SocketPath(directory)}",
        $"--tmpdir={directory}", // of its own: a server that starts removes the temporary tables it finds there
        $"--pid-file={directory}/pid",
        $"--port={port}",
        "--bind-address=127.0.0.1",
        "--skip-name-resolve",
        $"--secure-file-priv={directory}",
        .. Environment.IsPrivilegedProcess ? ["--user=root"] : (string[])[],
        "--max-connections=200",
        "--skip-log-bin",
        "--innodb-flush-log-at-trx-commit=1",
        "--innodb-buffer-pool-size=16M",
        "--innodb-buffer-pool-dump-at-shutdown=OFF",
        "--innodb-log-buffer-size=2M",
        "--innodb-use-native-aio=OFF", // its slots are few and shared by all servers of a machine
        "--table-open-cache=400",
        "--table-definition-cache=400",
        .. ForEngine(engine),
    ];

    public static string SocketPath(string directory) => $"{directory}/socket";

    private static string[] ForEngine(ServerEngine engine) => engine switch
    {
        ServerEngine.MariaDb =>
        [
            "--innodb-log-file-size=8M",
            "--key-buffer-size=1M",
            "--aria-pagecache-buffer-size=1M",
        ],
        ServerEngine.MySql =>
        [
            "--innodb-redo-log-capacity=8M",
            "--mysqlx=OFF",
            "--log-error-verbosity=2",
            "--performance-schema-digests-size=500", // on, since its tables are wanted, but small
            "--performance-schema-max-table-instances=500",
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(engine)),
    };
}
