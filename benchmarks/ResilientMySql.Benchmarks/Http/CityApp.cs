using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using ResilientMySql.Benchmarks.Contenders;
using ResilientMySql.Benchmarks.Load;

namespace ResilientMySql.Benchmarks.Http;

/// <summary>A web application of one endpoint, in a process of its own: the number of a city. Ends with its input.</summary>
internal static class CityApp
{
    /// <summary>What the process is started with, before the contender and the mode of its calls.</summary>
    public const string Name = "city-app";

    /// <summary>Before a city's name, which is no part of the path: one of them has a slash in it.</summary>
    public const string CityPath = "/city?name=";
    public const string UsePath = "/use";

    private static long _requests;

    public static async Task<int> RunAsync(string[] arguments)
    {
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        string connectionString = (await input.ReadLineAsync())!;
        await using Contender contender = HttpContenders.Create(Enum.Parse<HttpContender>(arguments[0]), connectionString);
        await using WebApplication app = Build(contender, Enum.Parse<CallMode>(arguments[1]));
        await app.StartAsync();
        Console.WriteLine(new Uri(app.Urls.Single()).Port);
        await input.ReadLineAsync();
        return 0;
    }

    private static WebApplication Build(Contender contender, CallMode mode)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Error)
            .AddConsole(static options => options.LogToStandardErrorThreshold = LogLevel.Error); // the output is for the port
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        app.MapGet(UsePath, () => TypedResults.Text(new ProcessUse(
            Interlocked.Read(ref _requests), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(), GC.CollectionCount(0)).ToString()));
        string endpoint = CityPath[..CityPath.IndexOf('?', StringComparison.Ordinal)];
        if (mode is CallMode.Sync)
            app.MapGet(endpoint, (string name) => Text(contender.Request(0, name)));
        else
            app.MapGet(endpoint, async (string name) => Text(await contender.RequestAsync(0, name)));

        return app;
    }

    /// <summary>With its length in the answer's head, unlike a string that an endpoint returns.</summary>
    private static ContentHttpResult Text(int id)
    {
        Interlocked.Increment(ref _requests);
        return TypedResults.Text(id.ToString(CultureInfo.InvariantCulture));
    }
}
