#pragma once

#include "ui/desktop/usage/accountvalues.h"

#include <QtWidgets/QTableWidget>
#include <QtWidgets/QWidget>

class QPushButton;

namespace keyway {

class ElidedLabel;
class IconView;

/// One line: "Providers say $33.91, Keyway counted $33.88", and a button that asks why.
class AccountsLine : public QWidget {
    Q_OBJECT
public:
    explicit AccountsLine(QWidget *parent = nullptr);
    void setAccounts(const AccountsOfMonth &accounts);
    /// In a narrow page.
    void setShort(bool isShort);
    /// Whether the table of accounts is in sight.
    void setOpen(bool open);
    QPushButton *button() const { return m_why; }

Q_SIGNALS:
    void openRequested(bool open);

private:
    void fill();

    AccountsOfMonth m_accounts;
    bool m_short = false;
    IconView *m_icon;
    ElidedLabel *m_text;
    QPushButton *m_why;
};

/// Each account's figure beside ours, with what is to be said of it.
class AccountsTable : public QTableWidget {
    Q_OBJECT
public:
    enum Column { Service, Ours, Theirs, Says, Why, ColumnCount };

    explicit AccountsTable(QWidget *parent = nullptr);
    void setAccounts(const AccountsOfMonth &accounts);
};

} // namespace keyway
