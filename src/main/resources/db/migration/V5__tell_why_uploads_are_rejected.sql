ALTER TABLE versions ADD COLUMN rejection VARCHAR; -- null unless the state is REJECTED
