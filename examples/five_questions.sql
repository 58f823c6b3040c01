-- Five questions to the tables of 'strategy export': the same statements for DuckDB and for Spark.

-- How many actions of each colour has each body, on the last day?
SELECT organisation, colour, count(*) AS actions
FROM actions
WHERE as_at = (SELECT max(as_at) FROM runs)
GROUP BY organisation, colour
ORDER BY organisation, colour;

-- Between which figures lies the middle half of all bodies, for each measure and period?
SELECT item, period, count(*) AS bodies,
       percentile_cont(0.25) WITHIN GROUP (ORDER BY value) AS lower_quartile,
       percentile_cont(0.75) WITHIN GROUP (ORDER BY value) AS upper_quartile
FROM readings
WHERE series = 'own' AND is_current AND value IS NOT NULL AND as_at = (SELECT max(as_at) FROM runs)
GROUP BY item, period
ORDER BY item, period;

-- What is the latest figure of each measure?
SELECT organisation, item, period, value
FROM (
  SELECT organisation, item, period, value,
         row_number() OVER (PARTITION BY organisation, item ORDER BY period_end DESC, period_start, period) AS place
  FROM readings
  WHERE series = 'own' AND is_current AND as_at = (SELECT max(as_at) FROM runs)
) AS placed
WHERE place = 1
ORDER BY organisation, item;

-- What has the first of all bodies said of each measure, and when did it become known?
SELECT item, series, period, version, value, symbol, recorded
FROM readings
WHERE organisation = (SELECT min(organisation) FROM runs) AND as_at = (SELECT max(as_at) FROM runs)
ORDER BY item, series, period, version;

-- Of which open actions has nobody said anything for 90 days?
SELECT actions.organisation, actions.item, max(updates.said_on_end) AS last_said
FROM actions
LEFT JOIN updates
  ON updates.organisation = actions.organisation AND updates.as_at = actions.as_at AND updates.item = actions.item
WHERE actions.as_at = (SELECT max(as_at) FROM runs)
  AND coalesce(actions.state, '') NOT IN ('complete', 'delivered', 'stopped', 'superseded')
GROUP BY actions.organisation, actions.item, actions.as_at
HAVING max(updates.said_on_end) IS NULL OR max(updates.said_on_end) < actions.as_at - INTERVAL 90 DAY
ORDER BY actions.organisation, actions.item;
