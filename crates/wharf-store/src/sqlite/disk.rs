//! What kind of file system the file is on.

use std::path::Path;

use crate::{ErrorKind, StoreError};

/// Refuses a folder on another machine: there SQLite's WAL and locks promise nothing.
pub(super) fn refuse_remote(folder: &Path) -> Result<(), StoreError> {
    match kind(folder) {
        Some(kind) if is_remote(&kind) => Err(StoreError::new(
            ErrorKind::Unusable,
            format!(
                "{} is on a file system of type {kind}, where a database is not safe; \
                 use a local disk",
                folder.display()
            ),
        )),
        _ => Ok(()),
    }
}

fn is_remote(kind: &str) -> bool {
    match kind {
        // Local, though they run as FUSE: a container's own layers, and disks of Windows.
        "fuse.fuse-overlayfs" | "fuseblk" => false,
        "nfs" | "nfs4" | "cifs" | "smb3" | "smbfs" | "fuse" => true,
        kind => kind.starts_with("fuse."),
    }
}

/// The type of the file system a folder is on, such as `ext4`. `None` when the system does not tell.
#[cfg(target_os = "linux")]
fn kind(folder: &Path) -> Option<String> {
    use std::os::linux::fs::MetadataExt as _;

    let device = folder.metadata().ok()?.st_dev();
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
    kind_of(device, &mounts).map(str::to_owned)
}

#[cfg(not(target_os = "linux"))]
fn kind(_: &Path) -> Option<String> {
    None
}

/// Finds a device among the system's mounts. By number, because what is mounted where is a long story.
#[cfg(target_os = "linux")]
fn kind_of(device: u64, mounts: &str) -> Option<&str> {
    let major = ((device >> 32) & 0xffff_f000) | ((device >> 8) & 0xfff);
    let minor = ((device >> 12) & 0xffff_ff00) | (device & 0xff);
    let number = format!("{major}:{minor}");
    mounts.lines().find_map(|line| {
        let (mount, system) = line.split_once(" - ")?;
        let same = mount.split(' ').nth(2) == Some(number.as_str());
        same.then(|| system.split(' ').next()).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_other_machines_are_refused() {
        for remote in ["nfs4", "cifs", "fuse", "fuse.sshfs"] {
            assert!(is_remote(remote), "{remote}");
        }
        for local in ["ext4", "xfs", "btrfs", "tmpfs", "overlay", "fuse.fuse-overlayfs", "fuseblk"]
        {
            assert!(!is_remote(local), "{local}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_device_is_found_among_the_mounts() {
        let mounts = "22 27 0:21 / /proc rw,relatime - proc proc rw\n\
                      27 1 254:0 / / rw shared:1 - ext4 /dev/vda rw\n\
                      40 27 0:99 / /a\\040b rw - nfs4 there:/a rw\n\
                      41 27 259:300 / /c rw - xfs /dev/c rw\n";
        assert_eq!(kind_of(254 << 8, mounts), Some("ext4"));
        assert_eq!(kind_of(99, mounts), Some("nfs4"));
        assert_eq!(kind_of((1 << 20) | (259 << 8) | 0x2c, mounts), Some("xfs"));
        assert_eq!(kind_of(7, mounts), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_system_tells_of_its_own_files() {
        assert_eq!(kind(Path::new("/proc")).as_deref(), Some("proc"));
        assert_eq!(kind(Path::new("/no such folder")), None);
    }
}
