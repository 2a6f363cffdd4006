namespace FilmRental.Shop;

/// <summary>Every copy of the film is out, or there never was one.</summary>
public sealed class OutOfStockException(string title) : Exception($"'{title}' is out.");
