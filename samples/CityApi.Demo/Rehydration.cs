namespace CityApi.Demo;

/// <summary>A session that CityApi has replaced: the server's thread ids before and after.</summary>
internal readonly record struct Rehydration(long OldThread, long NewThread);
