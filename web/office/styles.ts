// The styles of the components that only the office uses, in the order in which Mantine wants them; those of
// shared/styles.ts came before.
import '@mantine/core/styles/Anchor.layer.css'
import '@mantine/core/styles/Checkbox.layer.css'
import '@mantine/core/styles/Chip.layer.css'
import '@mantine/core/styles/Fieldset.layer.css'
import '@mantine/core/styles/FloatingIndicator.layer.css'
import '@mantine/core/styles/List.layer.css'
import '@mantine/core/styles/NumberInput.layer.css'
import '@mantine/core/styles/PasswordInput.layer.css'
import '@mantine/core/styles/Pill.layer.css'
import '@mantine/core/styles/PillsInput.layer.css'
import '@mantine/core/styles/SegmentedControl.layer.css'
import '@mantine/core/styles/Switch.layer.css'
