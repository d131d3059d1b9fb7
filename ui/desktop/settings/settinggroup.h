#pragma once

#include "ui/widgets/cardframe.h"

class QHBoxLayout;
class QVBoxLayout;

namespace keyway {

class TextLabel;

/// A setting: what it is, what that means, and at the right what changes it.
class SettingRow : public QWidget {
    Q_OBJECT
public:
    explicit SettingRow(const QString &title, QWidget *parent = nullptr);

    QString title() const;
    void setTitle(const QString &title);
    QString explanation() const;
    void setExplanation(const QString &text);
    /// In red below; empty: all is well.
    void setProblem(const QString &text);
    QString problem() const;
    /// Stands at the right, behind those that were added before.
    void addControl(QWidget *control);
    /// Stands at the left, before the words.
    void setMark(QWidget *mark);
    void setLine(bool line);

Q_SIGNALS:
    void shownOrHidden();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    TextLabel *m_title, *m_explanation, *m_problem;
    QHBoxLayout *m_row;
    bool m_line = false;
};

/// Settings that belong together, in a frame below their heading. Rows may come and go.
class SettingGroup : public QWidget {
    Q_OBJECT
public:
    explicit SettingGroup(const QString &heading, QWidget *parent = nullptr);

    SettingRow *addRow(const QString &title);
    /// Removes a row, for lists.
    void removeRow(SettingRow *row);
    const QList<SettingRow *> &rows() const { return m_rows; }

private:
    void arrange();

    CardFrame *m_card;
    QVBoxLayout *m_column;
    QList<SettingRow *> m_rows;
};

} // namespace keyway
