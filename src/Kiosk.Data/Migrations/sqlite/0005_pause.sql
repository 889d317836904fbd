-- A source can be paused by hand. Unlike "enabled", which follows feeds.json, this is the editors' own.
ALTER TABLE sources ADD COLUMN paused_at INTEGER;
ALTER TABLE sources ADD COLUMN paused_by TEXT;
ALTER TABLE sources ADD COLUMN pause_reason TEXT;
