using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using ResilientMySql.Benchmarks.Contenders;

namespace ResilientMySql.Benchmarks.Http.Apps;

/// <summary>A web application with the endpoint of <c>samples/CityApi</c>, in a process of its own. Ends with its input.</summary>
internal static class CityApp
{
    /// <summary>What the process is started with, before the contender.</summary>
    public const string Name = "city-app";

    /// <summary>Where it says how many bytes it has allocated.</summary>
    public const string AllocatedPath = "/allocated";

    public static async Task<int> RunAsync(string[] arguments)
    {
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        string connectionString = (await input.ReadLineAsync())!;
        await using Contender contender = HttpContenders.Create(Enum.Parse<HttpContender>(arguments.Single()), connectionString);
        await using WebApplication app = Build(contender);
        await app.StartAsync();
        Console.WriteLine(new Uri(app.Urls.Single()).Port);
        await input.ReadLineAsync();
        return 0;
    }

    private static WebApplication Build(Contender contender)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Error)
            .AddConsole(static options => options.LogToStandardErrorThreshold = LogLevel.Error); // the output is for the port
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        app.MapGet("/", async (string city) => Text($"City \"{city}\" is #{await contender.RequestAsync(0, city)}"));
        app.MapGet(AllocatedPath, static () => Text(GC.GetTotalAllocatedBytes().ToString(CultureInfo.InvariantCulture)));
        return app;
    }

    private static ContentHttpResult Text(string text) => TypedResults.Text(text); // as UTF-8
}
