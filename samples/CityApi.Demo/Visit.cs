namespace CityApi.Demo;

/// <summary>One request: how long its answer took, and what was wrong with it, if anything.</summary>
internal readonly record struct Visit(TimeSpan Duration, string? Failure);
