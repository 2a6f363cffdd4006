using ResilientMySql.TestServers;

if (args is not [var name] || !Enum.TryParse<ServerEngine>(name, ignoreCase: true, out var engine))
{
    await Console.Error.WriteLineAsync("usage: ResilientMySql.TestServers.Host mariadb|mysql");
    return 2;
}

await using var server = await TestServer.StartAsync(engine);
Console.WriteLine($"pid={server.ProcessId}");
Console.WriteLine($"directory={server.Directory}");
Console.WriteLine($"connection={server.ConnectionString}");
await Console.In.ReadToEndAsync(); // until the other end closes, or Ctrl-D
return 0;
