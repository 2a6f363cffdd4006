using System.Diagnostics;

namespace CityApi.Tests.Database;

public sealed class SakilaConnectionStringTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Server=127.0.0.1;Recovery Timeout=soon")]
    [InlineData("Server=127.0.0.1;No Such Keyword=1")]
    public async Task MissingOrInvalid_StopsTheStartAndSaysWhereToSetIt(string connectionString)
    {
        using var app = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CityApi.dll")])
        {
            Environment = { ["ConnectionStrings__Sakila"] = connectionString },
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = app.StandardOutput.ReadToEndAsync();
        var complaint = await app.StandardError.ReadToEndAsync();
        await app.WaitForExitAsync();

        Assert.Equal(1, app.ExitCode);
        Assert.Empty(await output);
        Assert.Contains("ConnectionStrings:Sakila", complaint, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__Sakila", complaint, StringComparison.Ordinal);
        Assert.Single(complaint.TrimEnd().Split('\n'));
    }
}
