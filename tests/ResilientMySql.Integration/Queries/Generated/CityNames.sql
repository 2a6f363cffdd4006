-- The names of a country's cities; @country is a number.
SELECT city
FROM city
WHERE country_id = @country
ORDER BY city;
