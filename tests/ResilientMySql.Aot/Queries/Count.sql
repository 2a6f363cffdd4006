SELECT COUNT(*)
FROM city
WHERE country_id = @country
