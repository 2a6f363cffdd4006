using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CityApi.Cities;

/// <summary><c>GET /?city=London</c>: the number of a city, as text.</summary>
internal static class CityEndpoints
{
    private const int LongestName = 50; // characters: the column is VARCHAR(50)

    public static void MapCities(this IEndpointRouteBuilder routes) => routes.MapGet("/", FindCityAsync);

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> FindCityAsync(
        string? city, CityQueries queries, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(city))
            return BadRequest("Name a city, as in /?city=London.");
        if (city.EnumerateRunes().Count() > LongestName)
            return BadRequest($"A city's name has at most {LongestName} characters.");

        return await queries.GetCityIdAsync(city, cancellationToken) is { } cityId
            ? Text($"City \"{city}\" is #{cityId}", StatusCodes.Status200OK)
            : Text($"City \"{city}\" not found", StatusCodes.Status404NotFound);
    }

    private static ContentHttpResult Text(string text, int statusCode) =>
        TypedResults.Text(text, "text/plain", Encoding.UTF8, statusCode);

    private static ProblemHttpResult BadRequest(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest);
}
