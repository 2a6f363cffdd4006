using CityApi.Cities;
using CityApi.Database;
using ResilientMySql;

var builder = WebApplication.CreateBuilder(args);

if (!SakilaConnectionString.TryRead(builder.Configuration, out var connectionString, out var complaint))
{
    await Console.Error.WriteLineAsync(complaint);
    return 1;
}

// One data source for the whole application: it owns the sessions and repairs them.
builder.Services.AddSingleton(services =>
    new ResilientMySqlDataSource(connectionString, services.GetRequiredService<ILoggerFactory>()));
builder.Services.AddSingleton<CityQueries>();

builder.Services.AddProblemDetails();
builder.Services.AddExceptionHandler<DatabaseUnavailableHandler>();

var app = builder.Build();
app.UseExceptionHandler();
app.MapCities();
await app.RunAsync();
return 0;
