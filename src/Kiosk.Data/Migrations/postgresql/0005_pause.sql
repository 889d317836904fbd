-- A source can be paused by hand. Unlike "enabled", which follows feeds.json, this is the editors' own.
ALTER TABLE sources ADD COLUMN paused_at timestamptz;
ALTER TABLE sources ADD COLUMN paused_by text;
ALTER TABLE sources ADD COLUMN pause_reason text;
