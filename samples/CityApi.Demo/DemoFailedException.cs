namespace CityApi.Demo;

/// <summary>A step of the show did not go as it should; the message says which and how.</summary>
internal sealed class DemoFailedException(string message) : Exception(message);
