using System.Globalization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ResilientMySql.Benchmarks.Contenders;

namespace ResilientMySql.Benchmarks.Http.Apps;

/// <summary>A web application with the endpoint of <c>samples/CityApi</c>, in a process of its own, which runs until it is killed.</summary>
internal static class CityApp
{
    /// <summary>What the process is started with, before the contender.</summary>
    public const string Name = "city-app";

    /// <summary>Where it says how many bytes it has allocated.</summary>
    public const string AllocatedPath = "/allocated";

    /// <summary>The variable that says how to reach the database.</summary>
    public const string ConnectionStringVariable = "CITY_DATABASE";

    private const int LongestAnswer = 512;

    public static async Task<int> RunAsync(string[] arguments)
    {
        string connectionString = Environment.GetEnvironmentVariable(ConnectionStringVariable)!;
        await using Contender contender = HttpContenders.Create(Enum.Parse<HttpContender>(arguments.Single()), connectionString);
        await using WebApplication app = Build(contender);
        await app.StartAsync();
        Console.WriteLine(new Uri(app.Urls.Single()).Port);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static WebApplication Build(Contender contender)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Error)
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None) // where it could log, hosting makes an Activity for each request
            .AddSimpleConsole(static options => options.SingleLine = true); // a complaint is one line
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        app.MapGet("/", context => AnswerAsync(contender, context));
        app.MapGet(AllocatedPath, static () => TypedResults.Text(GC.GetTotalAllocatedBytes().ToString(CultureInfo.InvariantCulture)));
        return app;
    }

    /// <summary>Straight into the response, so that the endpoint adds little to what asking costs.</summary>
    private static async Task AnswerAsync(Contender contender, HttpContext context)
    {
        string city = context.Request.Query["city"].ToString();
        int id = await contender.RequestAsync(0, city);
        HttpResponse response = context.Response;
        if (!Utf8.TryWrite(response.BodyWriter.GetSpan(LongestAnswer), CultureInfo.InvariantCulture, $"City \"{city}\" is #{id}", out int length))
            throw new InvalidOperationException("There is no city with so long a name.");

        response.ContentType = "text/plain; charset=utf-8";
        response.ContentLength = length;
        response.BodyWriter.Advance(length);
    }
}
