-- Runs once, when the data directory is empty: a role for each of Weft and Temporal, and databases
-- that only their owner can open.
\getenv weft_password WEFT_DB_PASSWORD
\getenv temporal_password TEMPORAL_DB_PASSWORD

CREATE ROLE weft LOGIN PASSWORD :'weft_password';
CREATE ROLE temporal LOGIN PASSWORD :'temporal_password';

CREATE DATABASE weft OWNER weft;
CREATE DATABASE temporal OWNER temporal;
CREATE DATABASE temporal_visibility OWNER temporal;

REVOKE ALL ON DATABASE weft, temporal, temporal_visibility FROM PUBLIC;
