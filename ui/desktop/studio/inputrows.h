#pragma once

#include "ui/desktop/studio/studiovalues.h"

#include <QtWidgets/QWidget>

class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace keyway {

/// The pictures that a model takes beside its prompt: one row for each kind of them that the
/// catalogue names, with what was added. What a model does not take stays for the next one.
class InputRows : public QWidget {
    Q_OBJECT
public:
    explicit InputRows(int labelWidth, QWidget *parent = nullptr);

    void setModel(const Model *model);
    QList<AttachedFile> files() const { return m_files; }
    void setFiles(const QList<AttachedFile> &files);
    /// To the first kind that has room for it, or in place of the last one there.
    void add(AttachedFile file);
    bool takesPictures() const { return !m_kinds.isEmpty(); }
    /// The button of a kind, such as "image".
    QPushButton *button(const QString &kind) const { return m_buttons.value(kind); }

Q_SIGNALS:
    void changed();
    /// The user wants to choose a file of this kind.
    void fileWanted(const QString &kind);

private:
    struct Kind {
        QString name;
        int most = 1;
    };
    void addTo(const QString &kind, AttachedFile file);
    void showFiles();

    int m_labelWidth;
    QGridLayout *m_grid;
    QString m_made;
    QList<Kind> m_kinds;
    QMap<QString, QPushButton *> m_buttons;
    QMap<QString, QVBoxLayout *> m_chips;
    QList<AttachedFile> m_files;
    QString m_wanted; ///< the kind that the user clicked last
};

} // namespace keyway
